package ganengine.gan.data;

/** Is told how the decoding of a data set goes, by the thread that asked for the set. */
public interface DecodingListener {
  /** Hears nothing. */
  DecodingListener NONE =
      new DecodingListener() {
        @Override
        public void progress(String dataset, int done, int total) {}

        @Override
        public void checking(String dataset, int done, int total) {}

        @Override
        public void message(String line) {}
      };

  /** So many of a data set's images are done; called for each. */
  void progress(String dataset, int done, int total);

  /** So many megabytes of images decoded earlier are seen to be whole; called for each. */
  void checking(String dataset, int done, int total);

  /** Something worth knowing: images left out, a cache that had to be made again. */
  void message(String line);
}
