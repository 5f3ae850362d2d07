package org.talenthub.access;

/** Which enterprises lie in the areas of bases; told by the records. */
public interface Areas {

    /** The enterprises that name this base as theirs (所在基地). */
    Extent.OfEnterprises enterprisesOf(String base);
}
