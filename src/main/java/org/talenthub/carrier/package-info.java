/** Talent bases and talent stations. */
@NullMarked
package org.talenthub.carrier;

import org.jspecify.annotations.NullMarked;
