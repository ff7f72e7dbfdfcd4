package dev.protection.encryption;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.SubjectRef;
import java.util.List;

/** Opens cells for a right of the person's own (Art. 15, 20 GDPR): no purpose masks them; the caller records it. */
public interface CellOpener {
    /**
     * Opens cells, with one look-up of keys.
     *
     * @param cells the cells
     * @return the values in the same order: clear, or erased
     * @throws CellException when a cell does not belong to the person or was changed
     */
    List<Reading<Object>> open(List<Cell> cells);

    /**
     * A cell and where it stands.
     *
     * @param dataset the dataset
     * @param field an encrypted field of it
     * @param subject the person that the row names
     * @param cell the sealed value
     */
    record Cell(Dataset dataset, Field field, SubjectRef subject, byte[] cell) {
        @Override
        public String toString() {
            return "Cell of " + dataset.name() + "." + field.name();
        }
    }
}
