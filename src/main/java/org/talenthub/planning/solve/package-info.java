/** Making plans and mending them: an exact start, a search from there, a bound to measure both, and why somebody was left out. */
@NamedInterface("solve")
@NullMarked
package org.talenthub.planning.solve;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
