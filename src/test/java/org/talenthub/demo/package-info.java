/** Demo data, samples and load files: generated from word lists and a fixed seed, plainly synthetic, committed as generated. */
@NullMarked
package org.talenthub.demo;

import org.jspecify.annotations.NullMarked;
