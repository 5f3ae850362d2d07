/** Characters and their kinds, and the lists of them. */
@NullMarked
package org.talenthub.analysis.signs;

import org.jspecify.annotations.NullMarked;
