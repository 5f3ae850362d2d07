/** National standards and dictionaries: codes, regions, dates, numbers with check digits. */
@NamedInterface("standards")
@NullMarked
package org.talenthub.reference.standards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
