/** Work that goes on in the background: the loop that does it, the order of start and stop, and locks between hubs. */
@NamedInterface("work")
@NullMarked
package org.talenthub.common.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
