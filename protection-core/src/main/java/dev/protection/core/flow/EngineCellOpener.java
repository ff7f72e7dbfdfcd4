package dev.protection.core.flow;

import dev.protection.core.encryption.EncryptionEngine;
import dev.protection.core.encryption.KeyAnswer;
import dev.protection.core.encryption.SubjectKeyring;
import dev.protection.encryption.CellException;
import dev.protection.encryption.CellOpener;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.Reading;
import dev.protection.encryption.UnknownKeyException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens cells through the encryption engine, comparing the row's person with the key's. */
record EngineCellOpener(EncryptionEngine encryption) implements CellOpener {
    @Override
    public List<Reading<Object>> open(List<Cell> cells) {
        Set<KeyId> ids = new LinkedHashSet<>();
        cells.forEach(cell -> ids.add(id(cell)));
        Map<KeyId, KeyAnswer> keys = encryption.forReading(ids);
        return cells.stream().map(cell -> open(cell, keys)).toList();
    }

    private KeyId id(Cell cell) {
        return encryption.keyIdOf(cell.cell()).orElseThrow(CellException::shape);
    }

    private Reading<Object> open(Cell cell, Map<KeyId, KeyAnswer> keys) {
        KeyId id = id(cell);
        KeyAnswer answer = keys.getOrDefault(id, new KeyAnswer.Unknown(id));
        if (answer instanceof KeyAnswer.Destroyed) {
            return new Reading.Erased<>(id);
        }
        if (!(answer instanceof KeyAnswer.Usable usable)) {
            throw new UnknownKeyException(id);
        }
        SubjectKeyring key = usable.keyring();
        if (!key.owner().map(owner -> owner.subject().equals(cell.subject())).orElse(false)) {
            throw CellException.notAuthentic(cell.dataset().name(), cell.field().name(), id);
        }
        return new Reading.Clear<>(encryption.open(key, cell.dataset(), cell.field(), cell.cell()));
    }
}
