package dev.zonec.stream.event;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Objects as bytes, by Java's serialisation. */
public final class Serialised {
  private Serialised() {}

  /**
   * Returns the bytes of {@code value}.
   *
   * @throws IOException if a part of it cannot be serialised
   */
  public static byte[] bytes(Serializable value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  /**
   * Returns the object of {@code bytes}, which {@link #bytes} wrote.
   *
   * @throws IOException if the bytes are those of another version
   */
  public static <T extends Serializable> T object(byte[] bytes, Class<T> type) throws IOException {
    try (ObjectInputStream in = new OfThisJob(new ByteArrayInputStream(bytes))) {
      return type.cast(in.readObject());
    } catch (ClassNotFoundException e) {
      throw new IOException("the bytes are those of another version", e);
    }
  }

  /** Finds classes where the classes of the job are. */
  private static final class OfThisJob extends ObjectInputStream {
    OfThisJob(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass described)
        throws IOException, ClassNotFoundException {
      @Nullable ClassLoader ours = Serialised.class.getClassLoader();
      try {
        return Class.forName(described.getName(), false, ours);
      } catch (ClassNotFoundException e) {
        // Primitive types have no class that a loader finds.
        return super.resolveClass(described);
      }
    }
  }
}
