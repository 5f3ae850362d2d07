/** Finding and walking: conditions become requests, answers become what a viewer may see. */
@NamedInterface("finding")
@NullMarked
package org.talenthub.search.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
