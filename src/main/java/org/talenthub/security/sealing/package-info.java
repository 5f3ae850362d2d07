/** Encryption of sensitive values, and its key. */
@NamedInterface("sealing")
@NullMarked
package org.talenthub.security.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
