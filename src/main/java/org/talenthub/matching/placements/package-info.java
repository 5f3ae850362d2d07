/** What came of a pair, from the first contact to whoever stayed. */
@NamedInterface("placements")
@NullMarked
package org.talenthub.matching.placements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
