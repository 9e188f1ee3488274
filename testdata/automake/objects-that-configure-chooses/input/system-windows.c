int where(void) { return 2; }
