/** The printed handbook of an event: what each audience may know, and how it is written. */
@NamedInterface("handbook")
@NullMarked
package org.talenthub.events.handbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
