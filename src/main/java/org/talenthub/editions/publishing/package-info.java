/** Editions as officials make them and everybody reads them: drafts, what stands against publishing, the published bytes, differences. */
@NamedInterface("publishing")
@NullMarked
package org.talenthub.editions.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
