/** What guests say of an event afterwards, without their names. */
@NamedInterface("feedback")
@NullMarked
package org.talenthub.events.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
