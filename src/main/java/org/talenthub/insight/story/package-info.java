/** What happened to a record, and what it lacks. */
@NamedInterface("story")
@NullMarked
package org.talenthub.insight.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
