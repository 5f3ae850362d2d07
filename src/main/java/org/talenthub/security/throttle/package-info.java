/** How guessing is slowed: per name, per address and in all. */
@NamedInterface("throttle")
@NullMarked
package org.talenthub.security.throttle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
