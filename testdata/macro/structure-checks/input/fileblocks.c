/* for systems without st_blocks */
