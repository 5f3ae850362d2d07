/** Plans of an event as they are kept: versions, their meetings, and the task that a plan solves. */
@NamedInterface("plans")
@NullMarked
package org.talenthub.events.plans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
