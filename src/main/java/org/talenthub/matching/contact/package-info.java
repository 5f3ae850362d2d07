/** Asking the organisation that reported a person for contact, and what it answered. */
@NullMarked
package org.talenthub.matching.contact;

import org.jspecify.annotations.NullMarked;
