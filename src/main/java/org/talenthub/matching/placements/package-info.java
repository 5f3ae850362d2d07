/** What came of a pair, from the first contact to whoever stayed. */
@NullMarked
package org.talenthub.matching.placements;

import org.jspecify.annotations.NullMarked;
