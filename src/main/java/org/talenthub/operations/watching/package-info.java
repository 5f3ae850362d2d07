/** How the hub does, for programs that watch it: health, measurements, one line in the log for what matters. */
@NullMarked
package org.talenthub.operations.watching;

import org.jspecify.annotations.NullMarked;
