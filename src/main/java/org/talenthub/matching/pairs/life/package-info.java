/** Where a pair of person and need stands, who moved it there, and what is allowed next. */
@NamedInterface("states")
@NullMarked
package org.talenthub.matching.pairs.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
