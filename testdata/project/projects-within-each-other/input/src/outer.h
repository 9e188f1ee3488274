const char *outer_name(void);
