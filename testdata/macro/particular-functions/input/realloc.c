/* for systems where realloc(0, 0) is null */
