/** The day itself: who has come, and what is on at which table. */
@NamedInterface("day")
@NullMarked
package org.talenthub.events.day;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
