/** Plans of an event's meetings, version by version, and what came of the meetings. */
@NamedInterface("timetable")
@NullMarked
package org.talenthub.events.timetable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
