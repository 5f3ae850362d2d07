/** Which role may call which address. */
@NullMarked
package org.talenthub.security.matrix;

import org.jspecify.annotations.NullMarked;
