/** Which role may call which address. */
@NamedInterface("matrix")
@NullMarked
package org.talenthub.security.matrix;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
