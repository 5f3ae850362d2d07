/** Reads conditions out of a typed line (武汉 45岁以下 激光 博士): pure, by the dictionaries' words; what is doubtful stays text. */
@NullMarked
package org.talenthub.search.understanding;

import org.jspecify.annotations.NullMarked;
