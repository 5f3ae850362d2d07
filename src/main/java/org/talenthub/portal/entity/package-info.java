/** The page of one record. */
@NullMarked
package org.talenthub.portal.entity;

import org.jspecify.annotations.NullMarked;
