#include <config.h>
int yyparse(void);
int main(void)
{
    return yyparse();
}
