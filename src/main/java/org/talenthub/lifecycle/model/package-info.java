/** Calls, applications, their steps, versions and reviews as they are kept. */
@NamedInterface("model")
@NullMarked
package org.talenthub.lifecycle.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
