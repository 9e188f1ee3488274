int common(void) { return 1; }
