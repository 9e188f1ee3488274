int where(void) { return 1; }
