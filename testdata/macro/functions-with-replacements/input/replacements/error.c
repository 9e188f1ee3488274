/* for systems without error_at_line */
