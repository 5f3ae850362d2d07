/** Records as a viewer may see them. */
@NamedInterface("views")
@NullMarked
package org.talenthub.records.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
