/** Enterprises and research platforms of the directory. */
@NullMarked
package org.talenthub.enterprise;

import org.jspecify.annotations.NullMarked;
