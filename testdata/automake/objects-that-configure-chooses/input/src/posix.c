int system_part(void) { return 1; }
