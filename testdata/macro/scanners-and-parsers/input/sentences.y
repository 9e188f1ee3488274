%{
int yylex(void);
void yyerror(char const *text);
%}
%token WORD
%%
sentence: WORD '.';
%%
void yyerror(char const *text)
{
    (void)text;
}
