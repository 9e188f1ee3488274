/* for systems where malloc(0) is null */
