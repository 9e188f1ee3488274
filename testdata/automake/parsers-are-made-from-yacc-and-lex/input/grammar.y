%{
int yylex(void);
void yyerror(char const *message);
%}
%token WORD
%%
input: WORD ;
%%
void yyerror(char const *message) { (void)message; }
