/** What lies behind an exception: an engine that is away, a limit, a fault. */
@NamedInterface("causes")
@NullMarked
package org.talenthub.common.causes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
