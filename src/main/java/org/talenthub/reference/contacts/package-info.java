/** Finds what a sheet has columns of its own for, or none, within prose: contacts, document numbers, a person's own name. */
@NamedInterface("contacts")
@NullMarked
package org.talenthub.reference.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
