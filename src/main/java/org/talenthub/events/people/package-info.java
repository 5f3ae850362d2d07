/** Who takes part in an event, who is asked, and who wishes to meet whom. */
@NamedInterface("people")
@NullMarked
package org.talenthub.events.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
