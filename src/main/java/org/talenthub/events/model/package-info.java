/** An event and its life: what, where, when, and what may be done with it now. */
@NamedInterface("model")
@NullMarked
package org.talenthub.events.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
